// Enhancement only: every page works without this file.
for (const item of document.querySelectorAll('.scripted')) item.hidden = false;
document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) window.print();
});
