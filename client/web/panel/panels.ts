// The panels by their names.

export { AboutPanel as about } from "./about-panel.tsx";
export { PeoplePanel as people } from "./people-panel.tsx";
export { SearchPanel as search } from "./search-panel.tsx";
