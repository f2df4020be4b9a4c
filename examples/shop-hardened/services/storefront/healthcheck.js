'use strict';

// Exits 0 when the storefront answers on its own port; for container engines without probes.

const fs = require('node:fs');

const scheme = process.env.TLS_CERTIFICATE_FILE ? 'https' : 'http';
const options = {
  host: 'localhost',
  port: Number(process.env.PORT || 8443),
  path: '/healthz',
  timeout: 3_000,
  ca: process.env.TLS_CA_FILE ? fs.readFileSync(process.env.TLS_CA_FILE) : undefined,
};

require(`node:${scheme}`)
  .get(options, (reply) => process.exit(reply.statusCode === 200 ? 0 : 1))
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1));
