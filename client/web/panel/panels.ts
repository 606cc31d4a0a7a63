// The panels by their names.

export { AboutPanel as about } from "./about-panel.tsx";
export { ActsPanel as acts } from "./acts-panel.tsx";
export { BanPanel as ban } from "./ban-panel.tsx";
export { BansPanel as bans } from "./bans-panel.tsx";
export { InvitePanel as invite } from "./invite-panel.tsx";
export { PeoplePanel as people } from "./people-panel.tsx";
export { SearchPanel as search } from "./search-panel.tsx";
