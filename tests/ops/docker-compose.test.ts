import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { searchAttributeNames } from '../../src/domain/search-attribute-names';
import { filesBelow, read, root } from '../support/source-files';

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly restart?: string;
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
};
const services = Object.entries(compose.services);
const dockerfile = read('Dockerfile');

const service = (name: string): Service => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

describe.each(services)(
  'service %s',
  (_name, { image, build, ports = [], volumes = [], environment = {}, ...rest }) => {
    test('publishes on the loopback interface only', () => {
      expect(ports.filter((port) => !/^127\.0\.0\.1:\d+:\d+$/.test(port))).toEqual([]);
    });

    test('runs an image of one version, that is maintained', () => {
      const ours = build === '.' && image === 'closeproof:local';
      expect(ours || /^[\w/-]+:\d+\.\d+(\.\d+)?(-bookworm)?$/.test(image)).toBe(true);
      expect(image).not.toMatch(/auto-setup|alpine|latest/);
    });

    test('waits for services that exist, in a way that they can fulfil', () => {
      for (const [name, { condition }] of Object.entries(rest.depends_on ?? {})) {
        if (condition === 'service_healthy') expect(service(name).healthcheck).toBeDefined();
        else expect([condition, service(name).restart]).toEqual(['service_completed_successfully', 'on-failure:5']);
      }
    });

    test('mounts files that exist, and can only read them', () => {
      for (const volume of volumes.filter((one) => one.startsWith('.'))) {
        const [source = '', , mode] = volume.split(':');
        expect([source, existsSync(join(root, source)), mode]).toEqual([source, true, 'ro']);
      }
    });

    test('names its secrets and does not hold them', () => {
      const secrets = Object.entries(environment).filter(([name]) => /PASSWORD|PWD|SECRET|API_KEY/.test(name));
      expect(secrets.filter(([, value]) => !/^\$\{\w+:\?.+\}$/.test(value))).toEqual([]);
    });
  },
);

test('The server and its tools are of one version, and the UI is the one of the dev server', () => {
  const images = ['temporal', 'temporal-schema', 'temporal-namespace', 'temporal-ui'].map(
    (name) => service(name).image,
  );
  expect(images).toEqual([
    'temporalio/server:1.31.2',
    'temporalio/admin-tools:1.31.2',
    'temporalio/admin-tools:1.31.2',
    'temporalio/ui:2.50.1',
  ]);
});

test('Histories are kept for 30 days', () => {
  expect(service('temporal-namespace').environment?.['RETENTION']).toBe(`${30 * 24}h`);
  expect(read('ops/docker/prepare-namespace.sh')).toContain('--retention "$RETENTION"');
});

test('The search attributes registered are ours', () => {
  const [, list = ''] = /SEARCH_ATTRIBUTES='([^']*)'/.exec(read('ops/docker/prepare-namespace.sh')) ?? [];
  expect(list.trim().split(/\s+/)).toEqual([...searchAttributeNames]);
});

test('The server schedules activities eagerly, as the dev server does', () => {
  expect(parse(read('ops/docker/dynamic-config.yaml'))).toEqual({
    'system.enableActivityEagerExecution': [{ value: true }],
  });
});

test('Every variable that must be set stands in the example', () => {
  const needed = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
  const example = [...read('ops/docker/env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
  expect(new Set(needed)).toEqual(new Set(example));
});

test.each([...filesBelow('ops').filter((file) => file.endsWith('.sh')), '.ci/run'])(
  '%s is a script its shell can read',
  (file) => {
    const shell = read(file).startsWith('#!/bin/sh') ? 'sh' : 'bash';
    execFileSync(shell, ['-n', join(root, file)]);
  },
);

describe('the image', () => {
  test('is built on Debian, since the SDK has no build for musl, from one base', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(new Set(['node:20.20.2-bookworm-slim']));
  });

  test('runs as nobody special, the program it has been given', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    for (const name of ['paper', 'worker']) {
      expect(service(name).command?.slice(0, 3)).toEqual(['node', 'dist/scripts/cli.js', name]);
    }
  });

  test('copies what exists and what .dockerignore lets through', () => {
    const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
      sources.split(' '),
    );
    expect(copies.filter((source) => !existsSync(join(root, source)))).toEqual([]);
    const allowed = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, name]) => name);
    expect(new Set(copies)).toEqual(new Set(allowed));
  });
});
