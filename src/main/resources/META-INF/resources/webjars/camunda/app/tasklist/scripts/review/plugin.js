import {STEPS, tab} from '../frame.js';

// What is to be judged: the page of the review module.
export default tab({
  id: 'countersign.post',
  label: 'Post',
  priority: 1000,
  page: '/review/tasks/',
  concerns: process => !STEPS.includes(process),
  otherwise: 'This task is not about a post. What belongs to it is in the tab Step.'
});
