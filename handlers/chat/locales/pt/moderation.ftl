### Textos em português: moderation.

error-stop-word = Não posso fazer vídeos com “{ $words }”. Diga com outras palavras, por favor.
error-stop-word-paused = Não posso fazer vídeos com “{ $words }”. Não foi a primeira vez, então você poderá começar novos vídeos em { $when }.
error-paused = Muitos dos seus pedidos foram recusados. Você poderá começar novos vídeos em { $when }.
failure-flagged = A verificação de palavras do próprio bot recusou isto. Outras palavras podem passar.
paused-note = ⏸ <b>Uma pausa curta.</b> Muitos dos seus pedidos foram recusados por causa do assunto. Você poderá começar novos vídeos em { $when }; o resto funciona como sempre.
key-report = 🚩 Denunciar
toast-reported = Obrigado. Os administradores vão verificar.
toast-reported-before = Você já avisou os administradores. Eles vão verificar.
