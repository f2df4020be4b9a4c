'use strict';

// Sign-in, and what a customer likes to see.

const { Router } = require('express');
const { rateLimit } = require('express-rate-limit');

const { ask } = require('./orders');
const { COOKIE, receipt, sign, signedIn } = require('./session');

const SESSION_SECONDS = 3_600;
const CURRENCIES = new Set(['EUR', 'GBP', 'USD']);
const routes = Router();

routes.post('/login', rateLimit({ windowMs: 900_000, limit: 10 }), async (request, response) => {
  const { email, password } = request.body || {};
  if (typeof email !== 'string' || typeof password !== 'string') {
    return response.status(400).json({ error: 'an address and a password are needed' });
  }
  const reply = await ask('/sign-in', { scope: 'sign-in', body: { email, password } });
  const person = await reply.json();
  const token = sign(person.id, person.scope, 'storefront', SESSION_SECONDS);
  response.cookie(COOKIE, token, {
    httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: SESSION_SECONDS * 1_000,
  });
  return response.status(204).end();
});

routes.get('/account', signedIn, (request, response) => {
  response.json({ id: request.person.sub });
});

routes.get('/account/receipts/:order', signedIn, async (request, response) => {
  const { order } = request.params;
  if (!/^[1-9][0-9]{0,8}$/.test(order)) {
    return response.status(404).json({ error: 'no such order' });
  }
  // The orders service refuses the orders of others.
  await ask(`/orders/${order}`, { subject: request.person.sub, scope: 'orders' });
  return response.redirect(303, receipt(order));
});

routes.put('/preferences', signedIn, (request, response) => {
  const { currency, pageSize } = request.body || {};
  response.json({
    currency: CURRENCIES.has(currency) ? currency : 'EUR',
    pageSize: Number.isInteger(pageSize) && pageSize > 0 && pageSize <= 100 ? pageSize : 20,
  });
});

module.exports = routes;
