Hi ${name}${on ? "!" : "."}
%{ for i, item in items ~}
${i}: ${upper(item)}
%{ endfor ~}
$${kept}
