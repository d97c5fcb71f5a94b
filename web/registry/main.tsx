import '../shared/styles/all.css';
import '../shared/styles/staff.css';
import { startSite } from '../shared/start-site.ts';
import { RegistrySite } from './registry-site.tsx';

void startSite('registry', <RegistrySite />);
