'use strict';

// For the operators: does the orders service answer?

const { Router } = require('express');

const { ask } = require('./orders');
const { signedIn } = require('./session');

const routes = Router();

routes.get('/diagnostics/orders', signedIn, async (request, response) => {
  if (!String(request.person.scope).split(' ').includes('support')) {
    return response.status(403).json({ error: 'for support only' });
  }
  await ask('/healthz');
  return response.json({ orders: 'ok' });
});

module.exports = routes;
