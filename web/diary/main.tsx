import '../shared/styles/all.css';
import './diary.css';
import { startSite } from '../shared/start-site.ts';
import { App } from './app.tsx';
import { languages } from './languages.ts';
import { registerShell } from './register-shell.ts';

void startSite('diary', <App />, languages);
registerShell();
