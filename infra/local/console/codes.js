// Keeps the one-time codes on the page current. Without it the page shows the codes of the moment it was loaded.
const show = async () => {
  const response = await fetch('/__local/codes');
  const codes = await response.json();
  for (const cell of document.querySelectorAll('[data-account]')) {
    const current = codes[cell.dataset.account];
    if (current) cell.textContent = `${current.code} (${String(current.secondsLeft)} s)`;
  }
};
setInterval(show, 1000);
