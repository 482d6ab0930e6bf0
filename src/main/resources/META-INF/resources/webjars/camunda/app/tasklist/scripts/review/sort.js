// Tasklist shows the newest task first, whatever the filter says, unless its address names an order: the first to be due.
const ORDER = JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]);

const sort = () => {
  const hash = window.location.hash || '#/';
  if (/^#\/(\?|$)/.test(hash) && !/[?&]sorting=/.test(hash)) {
    window.location.replace(hash + (hash.includes('?') ? '&' : '?') + 'sorting=' + encodeURIComponent(ORDER));
  }
};

window.addEventListener('hashchange', sort);
sort();

export default {
  id: 'countersign.sort',
  pluginPoint: 'countersign.none',
  priority: 0,
  render: () => {}
};
