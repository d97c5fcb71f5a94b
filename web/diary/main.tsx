import '../shared/styles/all.css';
import './diary.css';
import { startSite } from '../shared/start-site.ts';
import { session } from '../shared/session/session.ts';
import { App, firstPage } from './app.tsx';
import { languages } from './languages.ts';
import { install } from './state/install.ts';

session.atEnd(() => import('./state/forget-device.ts').then((module) => module.forgetDevice()));
void startSite('diary', <App />, languages, firstPage);
// After everything that the first page needs.
window.addEventListener('load', () => {
  void import('./register-shell.ts').then(({ registerShell }) => {
    registerShell();
  });
});
install.listen();
