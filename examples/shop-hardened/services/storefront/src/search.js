'use strict';

// Home and search pages.

const { Router } = require('express');

const { ask } = require('./orders');

const routes = Router();

async function products(word) {
  const reply = await ask('/products', { query: { q: word } });
  return reply.json();
}

routes.get('/', async (request, response) => {
  response.render('home', { page: { products: await products('') } });
});

routes.get('/search', async (request, response) => {
  const word = typeof request.query.q === 'string' ? request.query.q.slice(0, 80) : '';
  response.render('search', { page: { q: word, products: await products(word) } });
});

module.exports = routes;
