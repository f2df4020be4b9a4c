'use strict';

// Pictures of products, by the product's number and from the orders service only.

const { Router } = require('express');

const { ask } = require('./orders');

const routes = Router();

routes.get('/image/:product', async (request, response) => {
  if (!/^[1-9][0-9]{0,8}$/.test(request.params.product)) {
    return response.status(404).json({ error: 'no such picture' });
  }
  const picture = await ask(`/pictures/${request.params.product}`);
  response.type('image/jpeg');
  return response.send(Buffer.from(await picture.arrayBuffer()));
});

module.exports = routes;
