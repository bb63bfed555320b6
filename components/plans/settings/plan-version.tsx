/** A plan as a form sends it. */
export type FormPlan = { code: string; version: number };

/** The plan of a command, at the version that the page shows. */
export function PlanVersion({ plan: { code, version } }: { plan: FormPlan }) {
  return (
    <>
      <input type="hidden" name="plan" value={code} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
