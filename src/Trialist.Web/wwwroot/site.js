// Enhancement only: every page works without this file. No data leaves the browser but what a form would send.
const saved = {
  key: 'trialist.saved',
  read() { try { return JSON.parse(localStorage.getItem(this.key) ?? '[]').filter(id => /^NCT\d{8}$/.test(id)); } catch { return []; } },
  write(ids) { try { localStorage.setItem(this.key, JSON.stringify(ids)); } catch { /* private mode: the list lasts as long as the page */ } },
};

const list = document.querySelector('[data-saved-list]');
let running;

enhance(document);

if (list && saved.read().length && !new URLSearchParams(location.search).has('ids')) location.replace(`/saved?ids=${saved.read().join(',')}`);

document.addEventListener('click', event => {
  const target = event.target;
  if (target.closest('[data-print]')) window.print();
  const save = target.closest('[data-save]');
  if (save) toggleSaved(save);
  if (target.closest('[data-action=near-me]')) locate(target.closest('.field').querySelector('input'));
  const link = target.closest('.results a[href^="/search"], .active a');
  if (link && plain(event)) { event.preventDefault(); show(link.href, true); }
});

document.addEventListener('submit', event => {
  const form = event.target.closest('form');
  if (form?.matches('[data-live]')) { event.preventDefault(); show(addressOf(form), true); }
  if (form?.matches('[data-live-post]')) { event.preventDefault(); send(form); }
});

document.addEventListener('change', event => {
  const form = event.target.form;
  if (form?.matches('[data-live]') && event.target.matches('[type=checkbox], select')) show(addressOf(form), true);
  if (form?.matches('[data-live-post]') && event.target.matches('[data-answer]')) send(form);
});

// What is folded on the screen is open on paper.
addEventListener('beforeprint', () => document.querySelectorAll('details:not([open])').forEach(box => { box.open = true; box.dataset.folded = ''; }));
addEventListener('afterprint', () => document.querySelectorAll('details[data-folded]').forEach(box => { box.open = false; delete box.dataset.folded; }));

addEventListener('popstate', () => { if (document.querySelector('[data-live]')) show(location.href, false); });
addEventListener('pageshow', () => document.querySelectorAll('[data-save]').forEach(markSaved));

function enhance(root) {
  for (const item of root.querySelectorAll('.scripted')) item.hidden = false;
  for (const button of root.querySelectorAll('[data-save]')) markSaved(button);
  for (const input of root.querySelectorAll('[data-suggest]:not([data-suggest=""])')) suggest(input);
  if (matchMedia('(width < 900px)').matches) for (const box of root.querySelectorAll('.facet-box')) box.open = false;
}

function plain(event) { return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey; }

// The address that the form would go to, without its empty fields.
function addressOf(form) {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  return `${form.getAttribute('action')}${query.size ? `?${query}` : ''}`;
}

// Same address, same page; only the part that changes is put in place.
async function show(address, push) {
  running?.abort();
  running = new AbortController();
  document.querySelector('.results')?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { signal: running.signal, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [old, fresh] = [document.querySelector('main'), page.querySelector('main')];
    if (!fresh?.querySelector('[data-live]')) { location.href = address; return; }
    const focused = document.activeElement?.id;
    const open = new Set([...old.querySelectorAll('.advanced[open], .facet-box[open]')].map(box => box.className));
    old.replaceWith(fresh);
    document.title = page.title;
    if (push) history.pushState(null, '', address);
    enhance(document);
    for (const box of fresh.querySelectorAll('.advanced, .facet-box')) box.open ||= open.has(box.className);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  } catch (error) {
    if (error.name !== 'AbortError') location.href = address;
  }
}

// A form about a person: sent in the body, answered in place, and never part of an address.
async function send(form) {
  running?.abort();
  running = new AbortController();
  document.querySelector('#result')?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), signal: running.signal, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [old, fresh] = [document.querySelector('main'), page.querySelector('main')];
    if (!fresh) { form.submit(); return; }
    const focused = document.activeElement?.id;
    old.replaceWith(fresh);
    document.title = page.title;
    enhance(document);
    const place = fresh.querySelector('.error-summary') ?? document.getElementById(focused) ?? fresh.querySelector('#result h2');
    place?.setAttribute('tabindex', place.getAttribute('tabindex') ?? '-1');
    place?.focus({ preventScroll: old.querySelector('#result') !== null && !place.matches('.error-summary') });
  } catch (error) {
    if (error.name !== 'AbortError') form.submit();
  }
}

function toggleSaved(button) {
  const id = button.dataset.save;
  const ids = saved.read();
  saved.write(ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id]);
  markSaved(button);
  if (list) location.replace(`/saved?ids=${saved.read().join(',')}`);
}

function markSaved(button) {
  const on = saved.read().includes(button.dataset.save);
  button.setAttribute('aria-pressed', on);
  if (!list) button.textContent = on ? 'Saved' : 'Save';
}

function locate(input) {
  navigator.geolocation?.getCurrentPosition(({ coords }) => {
    input.value = `${coords.latitude.toFixed(2)}, ${coords.longitude.toFixed(2)}`;
    input.form.requestSubmit();
  }, () => { input.placeholder = 'Your place could not be found'; });
}

// A combobox after the ARIA pattern: arrows choose, Enter takes, Escape closes.
function suggest(input) {
  if (input.list_) return;
  const box = Object.assign(document.createElement('ul'), { className: 'suggestions', id: `${input.id}-list`, hidden: true });
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', 'Suggestions');
  input.list_ = box;
  input.after(box);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': box.id })) input.setAttribute(name, value);
  let timer, chosen = -1;
  const close = () => { box.hidden = true; chosen = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
  const take = item => { input.value = item.dataset.text; close(); };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (input.value.trim().length < 2) return close();
      const answer = await fetch(`/api/v1/suggest?kind=${input.dataset.suggest}&limit=8&q=${encodeURIComponent(input.value.trim())}`);
      const names = answer.ok ? await answer.json() : [];
      box.replaceChildren(...names.map(({ text, studies }, index) => {
        const item = Object.assign(document.createElement('li'), { id: `${box.id}-${index}` });
        item.dataset.text = text;
        item.setAttribute('role', 'option');
        item.append(text, Object.assign(document.createElement('span'), { className: 'soft', textContent: studies }));
        return item;
      }));
      chosen = -1;
      box.hidden = names.length === 0;
      input.setAttribute('aria-expanded', String(names.length > 0));
    }, 150);
  });
  input.addEventListener('keydown', event => {
    const items = [...box.children];
    if (box.hidden || !items.length) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); take(items[chosen]); }
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length;
      items.forEach((item, index) => item.setAttribute('aria-selected', String(index === chosen)));
      input.setAttribute('aria-activedescendant', items[chosen].id);
    }
  });
  box.addEventListener('mousedown', event => { event.preventDefault(); const item = event.target.closest('li'); if (item) take(item); });
  input.addEventListener('blur', close);
}
