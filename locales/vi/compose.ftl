# Messages of the room compose. Each has a sentence, .hint (what to do) and, for findings, .explain.

template-syntax = Mẫu báo cáo sai cú pháp Handlebars
    .hint = Xem lại cặp ngoặc nhọn kép quanh chỗ này; mỗi thẻ mở phải có thẻ đóng tương ứng.
template-block-mismatch = Thẻ mở `{ $open }` nhưng thẻ đóng lại là `{ $close }`
    .hint = Đóng các thẻ theo đúng thứ tự đã mở, ví dụ mở bằng if thì đóng bằng if.
template-front-matter = Phần khai báo đầu mẫu không đọc được: { $detail }
    .hint = Các khóa được dùng: type, title, subject, appendices, contents, landscape.
template-front-matter-open = Phần khai báo đầu mẫu chưa có dòng `---` kết thúc
    .hint = Thêm một dòng chỉ có ba dấu gạch nối sau phần khai báo.
template-too-large = Mẫu lớn hơn { $limit } kB
    .hint = Chia mẫu thành nhiều tệp nhỏ và gọi tệp nhỏ từ mẫu chính.
template-too-deep = Mẫu lồng nhau quá { $limit } cấp
    .hint = Bớt số cấp lồng nhau của thẻ, ngoặc hoặc mẫu con.
template-unescaped = Không được in dữ liệu bằng ba ngoặc nhọn
    .hint = Dùng hai ngoặc nhọn; chương trình tự bảo vệ các ký tự đặc biệt.
template-decorator = Mẫu dùng loại thẻ không được phép
    .hint = Chỉ dùng if, unless, each, with, gọi mẫu con và các thẻ của chương trình.
template-dynamic-partial = Tên mẫu con phải viết sẵn trong mẫu
    .hint = Viết thẳng tên mẫu con; không lấy tên từ dữ liệu.
template-no-partial = Không có mẫu con `{ $name }`
    .hint = Sửa tên, hoặc thêm tệp mẫu đó vào thư mục templates.
template-cycle = Các mẫu con gọi vòng quanh: { $chain }
    .hint = Bỏ một lời gọi trong vòng này.
template-markup = Mẫu có định dạng mà báo cáo không dùng: { $what ->
    [HTML] mã HTML
    [image] hình ảnh
    [quote] đoạn trích dẫn bằng dấu >
    [code] đoạn mã
    [heading] tiêu đề sâu quá bốn cấp
    [rule] đường kẻ ngang
   *[other] { $what }
    }
    .hint = Chỉ dùng tiêu đề, đoạn văn, danh sách, bảng, chữ đậm, chữ nghiêng, chú thích cuối trang và liên kết.
template-unknown-path = Mẫu nhắc tới `{ $what }` nhưng dữ liệu không có mục này
    .hint = Sửa tên cho đúng; các tên được dùng có trong những mẫu dựng sẵn.
template-unknown-helper = Mẫu dùng thẻ `{ $what }` không có
    .hint = Các thẻ của chương trình: list, lower, capital, ref và các bảng, biểu đồ.
template-no-tree = Không có bảng hoặc biểu đồ `{ $what }`
    .hint = Sửa tên bảng hoặc biểu đồ cho đúng.
template-no-reference = Mẫu dẫn tới `{ $what }` nhưng báo cáo này không có bảng hoặc biểu đồ đó
    .hint = Đặt lời dẫn trong điều kiện if, ví dụ chỉ khi has.target_chart là đúng.
template-link = Liên kết `{ $what }` không dùng được
    .hint = Liên kết bắt đầu bằng https://, http://, mailto: hoặc dấu #.
template-output-too-large = Nội dung mẫu in ra lớn hơn { $what } MB
    .hint = Xem lại các vòng lặp each lồng nhau.
template-render = Không in được mẫu: { $what }
    .hint = Xem lại thẻ ở chỗ này.

compose-bare-number = Có chữ số không rõ nguồn trong câu `{ $text }`
    .hint = In số liệu bằng các mục có sẵn của dữ liệu, không tính hoặc đếm trong mẫu; nếu mẫu không sửa gì thì đây là lỗi của chương trình.
compose-changed-figure = Số liệu in ra `{ $text }` khác với số liệu đã đăng ký
    .hint = Đây là lỗi của chương trình; hãy báo cho người bảo trì.
compose-lost-figure = Số liệu `{ $text }` không có trong danh mục nguồn
    .hint = Đây là lỗi của chương trình; hãy báo cho người bảo trì.

notes-type = PHIẾU KIỂM TRA SỐ LIỆU
notes-title = những điều cần xem lại trước khi trình báo cáo { $period }
notes-none = Việc kiểm tra không phát hiện điều gì cần xem lại. Phiếu này dùng nội bộ, không kèm theo báo cáo.
notes-intro = Việc kiểm tra phát hiện { $count } điều cần xem lại. Phiếu này dùng nội bộ, không kèm theo báo cáo.
notes-errors = Sai sót phải sửa ({ $count })
notes-warnings = Điều có thể sai ({ $count })
notes-notes = Điều cần biết ({ $count })
notes-head-number = TT
notes-head-place = Vị trí
notes-head-finding = Nội dung và cách xử lý
