# Debian, not Alpine: Temporal's SDK has no build for musl.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY workflows workflows
COPY activities activities
COPY worker worker
COPY scripts scripts
RUN npm run build && npm prune --omit=dev

FROM node:20.20.2-bookworm-slim
# The SDK's native core trusts the system's certificates, of which slim has none.
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# Where a monitor keeps its best prices: a volume takes over the owner.
RUN mkdir /state && chown node:node /state
USER node
CMD ["node", "dist/scripts/cli.js", "--help"]
