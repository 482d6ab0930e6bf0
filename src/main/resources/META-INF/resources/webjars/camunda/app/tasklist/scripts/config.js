// Replaces the engine's file as a whole: nothing is merged with the original.
export default {
  app: {
    name: 'Tasks',
    vendor: 'Countersign'
  },

  customScripts: ['scripts/review/plugin.js', 'scripts/step/plugin.js', 'scripts/review/sort.js',
    'scripts/session/sign-out.js'],

  // Comments belong to the post, not only to the task.
  assignProcessInstanceIdToTaskComment: true,
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    }
  }
};
