/**
 * Whether more time was given without a request (处室主动延期): who decided it is who put it forward. No account holds a role
 * of an agency and one of the division at once (`areRolesCompatible`), so that nobody decides a request of his own.
 */
export function isUnasked(extension: { requestedById: string; decidedById: string | null }): boolean {
  return extension.decidedById === extension.requestedById;
}
