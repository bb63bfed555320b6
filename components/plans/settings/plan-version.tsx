/** The plan of a command, at the version that the page shows. */
export function PlanVersion({ plan: { code, version } }: { plan: { code: string; version: number } }) {
  return (
    <>
      <input type="hidden" name="plan" value={code} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
