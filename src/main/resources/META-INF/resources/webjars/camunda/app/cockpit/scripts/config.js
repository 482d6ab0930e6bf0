// Replaces the engine's file as a whole: nothing is merged with the original.
export default {
  customScripts: ['scripts/session/sign-out.js'],
  disableWelcomeMessage: true
};
