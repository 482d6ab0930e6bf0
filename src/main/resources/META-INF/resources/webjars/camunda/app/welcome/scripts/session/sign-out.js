// The engine's own sign-in form is closed. Whoever logged out, or whose session has ended, goes to ours.
const toSignIn = () => {
  if (window.location.hash.startsWith('#/login')) {
    const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
    window.location.replace(root + '/login?logout');
  }
};

window.addEventListener('hashchange', toSignIn);
toSignIn();

export default {
  id: 'countersign.sign-out',
  pluginPoint: 'countersign.none',
  priority: 0,
  render: () => {}
};
