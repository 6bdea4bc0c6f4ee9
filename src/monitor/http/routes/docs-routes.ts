import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { App } from '../app';
import { DOCS_POLICY } from '../doors/security-headers';

/** OpenAPI of every route that is registered after this, at /docs and /docs/json. */
export async function docsRoutes(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'closeproof exit monitor', version, description: DESCRIPTION },
      components: {
        securitySchemes: { exitToken: { type: 'apiKey', in: 'header', name: 'X-Exit-Token' } },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: DOCS_POLICY, uiConfig: { tryItOutEnabled: true } });
}

const DESCRIPTION =
  'Watches positions, starts their closes, and takes an operator’s word. Every refusal is an application/problem+json ' +
  'document (RFC 9457) whose "remedy" says what to do.';
