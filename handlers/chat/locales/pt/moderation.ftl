### Textos em português: moderation.

error-stop-word = Não posso fazer vídeos com “{ $words }”. Diga com outras palavras.
error-stop-word-paused = Não posso fazer vídeos com “{ $words }”. Não foi a primeira vez, então novos vídeos só em { $when }.
error-paused = Muitos dos seus pedidos foram recusados. Você pode começar novos vídeos em { $when }.
failure-flagged = A verificação de palavras do bot recusou isto. Outras palavras podem passar.
paused-note = ⏸ <b>Uma pausa curta.</b> Muitos dos seus pedidos foram recusados pelo assunto. Você pode começar novos vídeos em { $when }; o resto funciona como sempre.
key-report = 🚩 Denunciar
toast-reported = Obrigado. Os administradores vão olhar.
toast-reported-before = Você já avisou os administradores. Eles vão olhar.
