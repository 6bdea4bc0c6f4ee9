/** What a worker runs, and the rollout it is part of; null: a worker without a build, which is how workers run unless they are told otherwise. */
export type Build = { readonly deployment: string; readonly buildId: string } | null;

export const sameBuild = (one: Build, other: Build): boolean =>
  one?.deployment === other?.deployment && one?.buildId === other?.buildId;

export const describeBuild = (build: Build): string =>
  build === null ? 'workers without a build' : `build ${build.buildId}`;

/** Each account is rolled out by itself. Temporal allows no dot in the name of a deployment. */
export const deploymentOf = (prefix: string, account: string): string => `${prefix}-${account.replaceAll('.', '_')}`;

/** The build of an account's workers, as it is configured. */
export const buildOf = (configured: Build, account: string): Build =>
  configured === null
    ? null
    : { deployment: deploymentOf(configured.deployment, account), buildId: configured.buildId };
