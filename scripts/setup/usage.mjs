export const usage = `Usage: node scripts/setup.mjs [--print-temporal | --print-postgres] [--help]

Makes this folder ready: installs the dependencies and finds a Temporal server, the first of
  TEMPORAL_ADDRESS    the address of a running server; then none is needed here
  TEMPORAL_CLI        the path of a temporal executable
  temporal            on the PATH
  the cache           where an earlier set-up put it
  a download          from Temporal's site, or the tar.gz at CLOSEPROOF_TEMPORAL_ARCHIVE; not with CLOSEPROOF_NO_DOWNLOAD=1
  a build             with Go, from ops/temporal-server (some minutes, once)

  --print-temporal    print the path of the executable, getting one if need be; TEMPORAL_ADDRESS is not asked
  --print-postgres    print, as JSON, the folders of Temporal's production server (built with Go, from ops/temporal-postgres)
                      and of PostgreSQL (Debian's, where root may install it), getting them if need be; for the bench

Example: TEMPORAL_CLI=/opt/temporal node scripts/setup.mjs
Exit codes: 0 ready, 1 failed, 2 used wrongly.
`;
