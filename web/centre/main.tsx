import '../shared/styles/all.css';
import './styles/centre.css';
import { startSite } from '../shared/start-site.ts';
import { CentreSite } from './centre-site.tsx';

void startSite('centre', <CentreSite />);
