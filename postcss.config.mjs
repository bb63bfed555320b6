/**
 * Sets Tailwind's variables by a rule instead of registering them, because Chromium 86 crashes on the second page whose
 * style sheet has both a registered property and a media query. Tailwind writes that rule under a condition, for browsers
 * that cannot register any.
 */
const unregisterProperties = {
  postcssPlugin: 'unregister-properties',
  OnceExit(root) {
    root.walkAtRules('property', (rule) => rule.remove());
    root.walkAtRules('supports', (rule) => {
      if (rule.params.includes('-moz-orient')) rule.replaceWith(rule.nodes);
    });
  },
};

export default {
  plugins: ['@tailwindcss/postcss', unregisterProperties, '@csstools/postcss-cascade-layers'],
};
