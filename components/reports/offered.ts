/** Id of the form on the page to which the buttons beside each offer belong. */
export const decisionFormId = 'decide-contribution';

export const offerAnchor = (id: string) => `contribution-${id}`;
