import './style.css';
import './sale.css';
import { switchLanguages } from './language.js';
import './count-down.js';
import './event-list.js';
import './event-sale.js';
import './order-page.js';

switchLanguages();
