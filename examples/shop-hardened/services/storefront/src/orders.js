'use strict';

// The one way to the orders service: a fixed address, a short token, a bounded wait.

const { sign } = require('./session');

const ORDERS = new URL(process.env.ORDERS_URL || 'https://orders:8443');

async function ask(path, { subject = 'anonymous', scope = 'catalogue', query = {}, body } = {}) {
  const address = new URL(path, ORDERS);
  address.search = new URLSearchParams(query).toString();
  const reply = await fetch(address, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${sign(subject, scope, 'orders', 60)}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(5_000),
  });
  if (!reply.ok) {
    throw Object.assign(new Error(`orders answered ${reply.status}`), { status: [401, 403, 404].includes(reply.status) ? reply.status : 502 });
  }
  return reply;
}

module.exports = { ask };
