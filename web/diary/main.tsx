import '../shared/styles/all.css';
import './diary.css';
import { startSite } from '../shared/start-site.ts';
import { App } from './app.tsx';
import { registerShell } from './register-shell.ts';

startSite('diary', <App />);
registerShell();
