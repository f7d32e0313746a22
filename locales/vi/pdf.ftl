# Messages of the room pdf. Each has a sentence, .hint (what to do) and, for findings, .explain.

pdf-missing-glyph = Trang { $page }: không phông chữ nào có ký tự của `{ $text }`
    .hint = Thay ký tự này trong dữ liệu, rồi chạy lại
pdf-not-finite = Trang { $page } có kích thước không phải là số
    .hint = Đây là lỗi của chương trình; hãy báo lại cho người phát triển, kèm thư mục dữ liệu
pdf-clusters = Trang { $page }: hình chữ không khớp với nội dung `{ $text }`
    .hint = Đây là lỗi của chương trình; hãy báo lại cho người phát triển, kèm thư mục dữ liệu
pdf-font = Không đọc được phông chữ `{ $face }` có sẵn trong chương trình
    .hint = Hãy cài đặt lại chương trình
pdf-unknown-anchor = Liên kết dẫn đến `{ $anchor }`, nhưng báo cáo không có chỗ đó
    .hint = Sửa liên kết trong mẫu báo cáo
pdf-no-such-page = Có nội dung được đặt ở trang { $page }, nhưng báo cáo không có trang đó
    .hint = Đây là lỗi của chương trình; hãy báo lại cho người phát triển, kèm thư mục dữ liệu
pdf-structure = Phần tử cấu trúc { $node } đặt sai chỗ
    .hint = Đây là lỗi của chương trình; hãy báo lại cho người phát triển, kèm thư mục dữ liệu
pdf-no-title = Báo cáo không có tên
    .hint = Điền `title` trong mẫu báo cáo
pdf-attachments-need-a3a = Chuẩn `a-2a` không cho phép đính kèm tệp
    .hint = Chọn `--standard a-3a` hoặc bỏ tệp đính kèm
pdf-printpdf = Không ghi được tệp PDF: `{ $reason }`
    .hint = Đây là lỗi của chương trình; hãy báo lại cho người phát triển, kèm thư mục dữ liệu
