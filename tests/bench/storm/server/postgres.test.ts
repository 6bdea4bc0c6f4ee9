import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOwner } from '../../../../bench/storm/server/postgres/as-owner';
import { lowPorts } from '../../../../bench/storm/server/postgres/low-ports';
import { serverEnvironment } from '../../../../bench/storm/server/postgres/server-environment';
import { packageRoot } from '../../../../src/temporal/package-root';

describe('Temporal on PostgreSQL, as the bench sets it up', () => {
  const database = { port: 5999, user: 'temporal', password: 'secret' };
  const ports = Array.from({ length: 9 }, (_, index) => 21_000 + index);
  const environment = serverEnvironment(database, ports, '/config.yaml');

  it('is told what docker-compose.yml tells it, but for where things are', () => {
    const compose = readFileSync(join(packageRoot(), 'docker-compose.yml'), 'utf8');
    expect(compose).toContain(`NUM_HISTORY_SHARDS: '${environment['NUM_HISTORY_SHARDS']}'`);
    expect(compose).toContain(`DB: ${environment['DB']}`);
    expect(environment).toMatchObject({ POSTGRES_SEEDS: '127.0.0.1', DB_PORT: '5999', POSTGRES_PWD: 'secret' });
  });

  it('listens on the loopback interface, on ports that no two of its services share', () => {
    const listening = Object.entries(environment).filter(([name]) => /_(GRPC|MEMBERSHIP|HTTP)_PORT$/.test(name));
    expect(listening.map(([, port]) => port).sort()).toEqual(ports.map(String));
    expect(environment['BIND_ON_IP']).toBe('127.0.0.1');
  });

  it('takes ports that fit into a smallint, each once', async () => {
    const taken = await lowPorts(9);
    expect(new Set(taken).size).toBe(9);
    expect(Math.max(...taken)).toBeLessThan(32_768);
  });

  it('runs PostgreSQL as its own account for root, and as ourselves for anybody else', () => {
    expect(asOwner(['initdb', '-D', 'x'], 1_000)).toEqual(['initdb', ['-D', 'x']]);
    const [command, args] = asOwner(['initdb', '-D', 'x'], 0);
    expect([command, ...args].join(' ')).toBe('setpriv --reuid postgres --regid postgres --init-groups initdb -D x');
  });
});
