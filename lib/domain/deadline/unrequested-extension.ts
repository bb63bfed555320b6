/**
 * Says whether an extension was unrequested (处室主动延期): the same account put it forward and decided it. No account holds
 * a role of an agency and one of the division at once (`areRolesCompatible`), so nobody can decide a request of their
 * own.
 */
export function isUnrequested(extension: { requestedById: string; decidedById: string | null }): boolean {
  return extension.decidedById === extension.requestedById;
}
