Scalar.createApiReference('#reference', {
  url: '../openapi.json',
})
