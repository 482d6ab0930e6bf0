import {STEPS, tab} from '../frame.js';

// The evidence of a step of the program, and the place to sign it: the page of the adoption module.
export default tab({
  id: 'countersign.step',
  label: 'Step',
  priority: 900,
  page: '/program/tasks/',
  concerns: process => STEPS.includes(process),
  otherwise: 'This task is not about a step of the program.'
});
