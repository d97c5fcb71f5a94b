// Puts new mails into the list without a reload: a reload would lose the reader's place. The box switches it off.
const mails = document.querySelector('#mails');
const news = document.querySelector('#news');
const box = document.querySelector('#refresh');

async function look() {
  const newest = await fetch(`/newest${location.search}`);
  const { id } = await newest.json();
  if (id === (mails.dataset.newest ?? '')) return;
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('#mails');
  mails.replaceChildren(...next.childNodes);
  mails.dataset.newest = next.dataset.newest ?? '';
  news.textContent = 'There is new mail.';
}

function lookAgain() {
  setTimeout(async () => {
    try {
      if (box.checked && !document.hidden) await look();
    } catch {
      news.textContent = 'The mailbox does not answer. Is the local run still going?';
    }
    lookAgain();
  }, 2000);
}

if (mails && news && box) {
  box.closest('p').hidden = false;
  lookAgain();
}
