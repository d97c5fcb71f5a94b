/** What is made to be printed, loaded together. */
export { CardPage } from '../card/card-page.tsx';
export { PaperPage } from './paper-page.tsx';
