import './style.css';
import './count-down.js';
import './event-list.js';
import './event-sale.js';
import './order-page.js';
