# Messages of the room layout. Each has a sentence, .hint (what to do) and, for findings, .explain.

profile-unknown = Không có thể thức nào tên là `{ $profile }`
    .hint = Ghi một trong các thể thức: `{ $known }`
profile-broken = Thể thức `{ $profile }` có sẵn trong chương trình bị lỗi ở `{ $detail }`
    .hint = Đây là lỗi của chương trình, đề nghị báo cho người làm ra chương trình
profile-unknown-key = Thể thức không có giá trị nào tên là `{ $key }`
    .hint = { $near ->
        [none] Xem các tên trong tệp thể thức của chương trình
       *[other] Có phải là `{ $near }`
    }
profile-impossible-value = Giá trị `{ $value }` của `{ $key }` không dùng được
    .hint = Giá trị được phép: { $allowed }
glyph-missing = Không phông chữ nào có ký tự `{ $char }` ({ $code }) trong `{ $text }`
    .hint = Thay hoặc bỏ ký tự này trong tệp nguồn
