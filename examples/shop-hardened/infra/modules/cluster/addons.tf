# The network add-on has a role of its own, so that nodes need not be able to change the network.
module "network_identity" {
  source = "./modules/identity"

  name             = "${var.name}-pod-network"
  account_id       = var.account_id
  cluster_name     = aws_eks_cluster.this.name
  cluster_arn      = local.cluster_arn
  namespace        = "kube-system"
  service_account  = "aws-node"
  managed_policies = ["AmazonEKS_CNI_Policy"]
}

resource "aws_eks_addon" "network" {
  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = "vpc-cni"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  # Network policies are enforced from a pod's first packet.
  configuration_values = jsonencode({
    enableNetworkPolicy = "true"
    env                 = { NETWORK_POLICY_ENFORCING_MODE = "strict" }
  })

  depends_on = [module.network_identity]
}

resource "aws_eks_addon" "this" {
  for_each = toset(["coredns", "eks-pod-identity-agent", "kube-proxy"])

  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = each.value
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"
}
