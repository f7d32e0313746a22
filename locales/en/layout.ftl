# Messages of the room layout. Each has a sentence, .hint (what to do) and, for findings, .explain.

profile-unknown = There is no format profile named `{ $profile }`
    .hint = Write one of the profiles: `{ $known }`
profile-broken = The built-in format profile `{ $profile }` is broken at `{ $detail }`
    .hint = This is a fault of the program; please report it
profile-unknown-key = The format profile has no value named `{ $key }`
    .hint = { $near ->
        [none] See the names in the program's profile file
       *[other] Is it `{ $near }`
    }
profile-impossible-value = The value `{ $value }` of `{ $key }` cannot be used
    .hint = Allowed: { $allowed }
glyph-missing = No face has the character `{ $char }` ({ $code }) in `{ $text }`
    .hint = Replace or remove the character in the source file
