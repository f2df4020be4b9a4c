zones = {
  a = "eu-west-1a"
  b = "eu-west-1b"
}
