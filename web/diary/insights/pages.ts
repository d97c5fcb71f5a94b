/** The pages of looking back, one chunk. */
export { ComparePage } from './compare-page.tsx';
export { InsightsPage } from './insights-page.tsx';
export { YearPage } from './year-page.tsx';
