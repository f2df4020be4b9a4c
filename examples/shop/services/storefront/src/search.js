'use strict';

// Home and search pages.

const axios = require('axios');
const { Router } = require('express');

const orders = process.env.ORDERS_URL || 'http://orders:8000';
const routes = Router();

async function products(word) {
  const reply = await axios.get(`${orders}/products?q=${word}`);
  return reply.data;
}

routes.get('/', async (request, response, next) => {
  try {
    response.render('home', { products: await products('') });
  } catch (error) {
    next(error);
  }
});

routes.get('/search', async (request, response, next) => {
  try {
    const found = await products(request.query.q || '');
    response.render('search', { q: '', ...request.query, products: found });
  } catch (error) {
    next(error);
  }
});

module.exports = routes;
