import './scan.css';
import { switchLanguages } from '../app/language.js';
import { keepOffline } from './keep-offline.js';
import './ticket-scanner.js';

switchLanguages();
void keepOffline();
