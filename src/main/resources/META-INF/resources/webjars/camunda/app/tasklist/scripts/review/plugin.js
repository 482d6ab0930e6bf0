// A tab beside the form that shows what is to be judged: the page of the review module, in a frame of the same origin
// that grows with its content.
let observer = null;

const fit = frame => {
  const page = frame.contentDocument;
  if (!page || !page.documentElement) {
    return;
  }
  const resize = () => {
    frame.style.height = page.documentElement.getBoundingClientRect().height + 'px';
  };
  if (observer) {
    observer.disconnect();
  }
  observer = new ResizeObserver(resize);
  observer.observe(page.documentElement);
  resize();
};

export default {
  id: 'countersign.post',
  pluginPoint: 'tasklist.task.detail',
  priority: 1000,
  properties: {
    label: 'Post'
  },
  render: (container, {api, taskId}) => {
    const root = api.engineApi.replace(/\/camunda\/api\/.*$/, '');
    const frame = document.createElement('iframe');
    frame.src = root + '/review/tasks/' + encodeURIComponent(taskId);
    frame.title = 'Post';
    frame.style.cssText = 'width: 100%; border: 0; min-height: 20rem; display: block;';
    frame.addEventListener('load', () => fit(frame));
    container.appendChild(frame);
  },
  unmount: () => {
    if (observer) {
      observer.disconnect();
      observer = null;
    }
  }
};
