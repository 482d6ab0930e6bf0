// A tab beside the form: one of our pages in a frame of the same origin that grows with its content. Tasks that the tab
// has nothing to say about get one quiet sentence.
const key = async (api, taskId) => {
  const answer = await fetch(api.engineApi + '/task/' + encodeURIComponent(taskId), {headers: {Accept: 'application/json'}});
  const task = answer.ok ? await answer.json() : {};
  return task.processDefinitionId ? task.processDefinitionId.split(':')[0] : null;
};

export const tab = ({id, label, priority, page, concerns, otherwise}) => {
  let observer = null;
  let shown = 0;

  const fit = frame => {
    const content = frame.contentDocument;
    if (!content || !content.documentElement) {
      return;
    }
    const resize = () => {
      frame.style.height = content.documentElement.getBoundingClientRect().height + 'px';
    };
    if (observer) {
      observer.disconnect();
    }
    observer = new ResizeObserver(resize);
    observer.observe(content.documentElement);
    resize();
  };

  const show = (container, api, taskId) => {
    const root = api.engineApi.replace(/\/camunda\/api\/.*$/, '');
    const frame = document.createElement('iframe');
    frame.src = root + page + encodeURIComponent(taskId);
    frame.title = label;
    frame.style.cssText = 'width: 100%; border: 0; min-height: 20rem; display: block;';
    frame.addEventListener('load', () => fit(frame));
    container.appendChild(frame);
  };

  const say = container => {
    const sentence = document.createElement('p');
    sentence.textContent = otherwise;
    container.appendChild(sentence);
  };

  return {
    id,
    pluginPoint: 'tasklist.task.detail',
    priority,
    properties: {label},
    render: async (container, {api, taskId}) => {
      const turn = ++shown;
      const process = await key(api, taskId);
      // Another task was opened meanwhile.
      if (turn === shown) {
        concerns(process) ? show(container, api, taskId) : say(container);
      }
    },
    unmount: () => {
      shown++;
      if (observer) {
        observer.disconnect();
        observer = null;
      }
    }
  };
};

export const STEPS = ['executive-support', 'workgroup', 'policy-and-training', 'monitoring', 'records',
  'content-strategy', 'review-process', 'executive-feedback'];
