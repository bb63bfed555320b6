/** The cookie that marks a background request, one that a page makes by itself: it does not keep a session alive. */
export const backgroundRequestCookie = 'portal-unasked';
